internal import Glibc
internal import Kinerja
internal import Ledger
internal import Payroll
internal import TestSupport
internal import Testing

/// Who counts as somebody at `kinerja pay`.
///
/// Two persons are two logins, and without root a process has only its own: two of them are tested as root
/// (`PayCommandTests`), or below the command, where a person is a value. That nobody is taken for another is tested here.
@Suite("The person at kinerja pay")
struct PayPersonTests {
    /// What anybody can start: user 65534 where the tests are root.
    private static let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

    private static let hasNamespaces =
        (try? Subprocess.run(["unshare", "--user", "--map-root-user", "true"]).status) == 0

    private static func login(as prefix: [String]) throws -> String {
        try Subprocess.require(prefix + ["id", "-un"]).text.split(separator: "\n").joined()
    }

    @Test("SUDO_USER of somebody who is not root counts for nothing")
    func noRoot() throws {
        let bench = try PaymentBench()
        let program = bench.folder("program")
        _ = try Subprocess.require(["cp", Program.path, program])
        let prefix = getuid() == 0 ? Self.nobody : []
        _ = try bench.desk(try Self.login(as: prefix)).prepare(
            PaymentBench.order([PaymentBench.due(PaymentBench.month(1), PaymentBench.two)]))
        if getuid() == 0 {
            _ = try Subprocess.require(["chown", "-R", "65534:65534", bench.folder.path])
        }
        let outcome = try Subprocess.run(
            prefix + [program, "pay", "approve", bench.path(PaymentBench.id(1))],
            environment: ["SUDO_USER": "budi"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("prepared this file and may not approve it"))
    }

    @Test(
        "Who is root in a user namespace alone is nobody", .enabled(if: hasNamespaces),
        arguments: [["approve"], ["release"], ["withdraw", "--reason", "x"]])
    func namespace(step: [String]) throws {
        let bench = try PaymentBench()
        _ = try bench.desk("sari").prepare(
            PaymentBench.order([PaymentBench.due(PaymentBench.month(1), PaymentBench.two)]))
        let folder = bench.path(PaymentBench.id(1))
        let outcome = try Subprocess.run(
            ["unshare", "--user", "--map-root-user", Program.path, "pay"] + step + [folder],
            environment: ["SUDO_USER": "budi"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("nobody knows who is at work"))
        #expect(try bench.desk().show(PaymentBench.id(1)).entry.state == .prepared)
    }
}
