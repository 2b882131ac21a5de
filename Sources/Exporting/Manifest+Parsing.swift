internal import Diagnostics
internal import FoundationEssentials

extension Manifest {
    /// Reads a manifest back, whole: what was written is equal to what is read.
    ///
    /// - Throws: ``ManifestFailure`` when it is no manifest, or one of another form.
    package static func parse(_ bytes: [UInt8]) throws(ManifestFailure) -> Manifest {
        let decoded: Decoded
        do {
            decoded = try JSONDecoder().decode(Decoded.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw .malformed(Self.reason(of: error))
        } catch {
            throw .malformed("it is not JSON")
        }
        guard decoded.format == format else { throw .otherFormat(decoded.format) }
        return decoded.manifest
    }

    private static func reason(of error: DecodingError) -> String {
        func place(_ path: [any CodingKey]) -> String {
            path.map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            return "'\(place(context.codingPath + [key]))' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "'\(place(context.codingPath))' is of another type"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "'\(place(context.codingPath))' has an unknown value"
        default:
            return "it is not JSON"
        }
    }

    /// Decoding apart from the manifest, whose own initializer takes a run.
    private struct Decoded: Decodable {
        let format: String
        let manifest: Manifest

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Keys.self)
            format = try values.decode(String.self, forKey: .format)
            let language = try values.decode(String.self, forKey: .language)
            guard let language = Language(rawValue: language) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .language, in: values, debugDescription: "no language")
            }
            manifest = Manifest(
                program: try values.decode(Program.self, forKey: .program),
                encoders: try values.decode([Encoder].self, forKey: .encoders),
                language: language,
                pipeline: try values.decode(String.self, forKey: .pipeline),
                title: try values.decode(String.self, forKey: .title),
                instansi: try values.decode(String.self, forKey: .instansi),
                period: try values.decode(String.self, forKey: .period),
                runID: try values.decode(String.self, forKey: .runID),
                identity: try values.decode(String.self, forKey: .identity),
                definition: try values.decode([NamedFile].self, forKey: .definition),
                parameters: try values.decode([Parameter].self, forKey: .parameters),
                inputs: try values.decode([Input].self, forKey: .inputs),
                outputs: try values.decode([Output].self, forKey: .outputs),
                previous: try values.decodeIfPresent(Previous.self, forKey: .previous),
                missing: try values.decodeIfPresent([Missing].self, forKey: .missing) ?? [],
                options: try values.decode([Option].self, forKey: .options))
        }
    }
}
