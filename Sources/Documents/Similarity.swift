/// The nearest of a few known names to a misspelt one.
package enum Similarity {
    /// - Returns: The candidate within two edits (or a third of the length), the first of equals.
    package static func nearest(to name: String, among candidates: [String]) -> String? {
        let limit = max(2, name.count / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates {
            let distance = edits(from: Array(name.lowercased()), to: Array(candidate.lowercased()))
            if distance <= limit, distance < (best?.distance ?? .max) {
                best = (distance, candidate)
            }
        }
        return best?.candidate
    }

    /// Levenshtein distance, one row at a time.
    private static func edits(from a: [Character], to b: [Character]) -> Int {
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let substituted = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
            }
        }
        return row[b.count]
    }
}
