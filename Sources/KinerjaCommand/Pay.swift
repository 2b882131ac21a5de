internal import ArgumentParser

/// `kinerja pay`: payment files, from entitlement to the bank's answer.
struct Pay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Pay what published runs entitle to and was not paid yet, by two persons.",
        discussion: """
            prepare → approve (another person) → release → reconcile; withdraw before the release. Only what is \
            released counts as paid. A person is the login that called sudo, else that of the user.
            """,
        subcommands: [
            PayPrepare.self, PayApprove.self, PayRelease.self, PayReconcile.self,
            PayWithdraw.self, PayVerify.self, PayList.self, PayShow.self, PayExplain.self,
        ])
}
