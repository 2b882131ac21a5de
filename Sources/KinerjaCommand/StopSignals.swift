internal import Diagnostics
internal import Glibc
internal import Kinerja
internal import Synchronization

/// SIGINT and SIGTERM as a wish that a run hears between two batches; the second of a kind ends the process at once.
enum StopSignals {
    private static let received = Atomic<Int32>(0)

    /// The wish, as commands that heed it ask for it.
    static let request = StopRequest {
        switch received.load(ordering: .relaxed) {
        case SIGINT: .interrupted
        case SIGTERM: .terminated
        default: nil
        }
    }

    /// From now on the first signal is only noted.
    static func heed() {
        // Made before a signal can ask for it.
        received.store(0, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            unsafe action.__sigaction_handler.sa_handler = { number in
                StopSignals.received.store(number, ordering: .relaxed)
            }
            action.sa_flags = SA_RESTART | Int32(bitPattern: UInt32(SA_RESETHAND))
            _ = unsafe sigaction(number, &action, nil)
        }
    }
}
