extension DiagnosticCode {
    package func page(_ language: Language) -> String { rawValue + "\n" }
}
