internal import Diagnostics
internal import Evidence

/// Names the person that a NIP cut to fifteen digits most likely was; it never puts the person in its place.
struct CutNIPs {
    /// People in the order of their NIP; made when the first such number is met.
    private var people: [Int32] = []
    private var noted: Set<Place> = []

    /// One finding for each number of a file, however many rows state it.
    private struct Place: Hashable {
        let file: Int32
        let nip: UInt64
    }

    /// - Returns: The only person with these fifteen digits; `nil` where there is none, or another, or it was told.
    mutating func likelyPerson(
        of nip: UInt64, file: Int32, in population: Population
    ) -> Int32? {
        guard nip % 1_000 == 0, noted.insert(Place(file: file, nip: nip)).inserted else {
            return nil
        }
        if people.count != population.count {
            people = (0..<Int32(population.count)).sorted {
                population.nips[Int($0)] < population.nips[Int($1)]
            }
        }
        var (low, high) = (0, people.count)
        while low < high {
            let middle = (low + high) / 2
            if population.nips[Int(people[middle])] < nip {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let alike = people[low...].prefix(2).filter {
            population.nips[Int($0)] / 1_000 == nip / 1_000
        }
        return alike.count == 1 ? alike.first : nil
    }

    static func finding(of person: Int32, at place: SourceLocation) -> Finding {
        Finding(
            code: .cutNIP, location: place, person: person,
            message: Wording(
                "NIP terpotong menjadi 15 angka: mungkin orang ini, satu-satunya di data pegawai "
                    + "dengan 15 angka itu",
                "the NIP is cut to 15 digits: perhaps this person, the only one of the register "
                    + "with these 15"),
            hint: Wording(
                "minta berkas dengan NIP sebagai teks", "ask for the file with the NIP as text"))
    }
}
