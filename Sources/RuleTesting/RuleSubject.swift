package import Arithmetic
package import Formulas
package import Regulation

/// A published formula as rule tests know it: a name, inputs and outputs, and inside the very formula that scores.
package protocol RuleSubject {
    /// As tests name it: `angka-kredit`.
    static var name: String { get }

    init(_ rules: RuleReader)

    /// Reads the inputs, computes and answers the outputs by name.
    ///
    /// What is wrong with an input is reported to `inputs`.
    func outputs(of inputs: RuleInputs, _ trace: inout Trace) -> [RuleOutput]
}

/// One named answer of a formula.
package struct RuleOutput: Sendable {
    package enum Value: Sendable {
        case figure(Rational)
        case word(String)
        /// The rule gives nothing here, as for an unknown rating; tests write `-`.
        case nothing
    }

    package let name: String
    package let value: Value

    package init(_ name: String, _ figure: Rational?) {
        self.name = name
        value = figure.map { .figure($0) } ?? .nothing
    }

    package init(_ name: String, word: String?) {
        self.name = name
        value = word.map { .word($0) } ?? .nothing
    }
}

/// All formulas that rule tests can name.
package enum RuleSubjects {
    package static var all: [any RuleSubject.Type] {
        [
            AngkaKreditSubject.self,
            AngkaKreditGuruSubject.self,
            HukumanTPPSubject.self,
            IKIPP30Subject.self,
            IndeksKepuasanSubject.self,
            IndeksProfesionalitasSubject.self,
            KategoriKompetensiSubject.self,
            KegiatanPP46Subject.self,
            KelasKeterlambatanSubject.self,
            KelasPulangAwalSubject.self,
            KinerjaDKISubject.self,
            KompetensiSubject.self,
            KotakTalentaSubject.self,
            LinearScaleSubject.self,
            MutuPelayananSubject.self,
            NilaiPP30Subject.self,
            Penggabungan2021Subject.self,
            PenilaianKinerjaGuruSubject.self,
            PolaDistribusiSubject.self,
            PredikatPANRB6Subject.self,
            PrestasiPP46Subject.self,
            RuleSetSubject.self,
            SampelSKMSubject.self,
            SeveralSKPSubject.self,
            SkpPP30Subject.self,
            SkpPP46Subject.self,
            SyaratJenjangSubject.self,
            TPPSubject.self,
            TarifPajakTPPSubject.self,
        ]
    }

    /// As tests name them, in the order of registration.
    package static var names: [String] { all.map { $0.name } }
}
