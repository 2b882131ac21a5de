/// Transforms items in parallel and emits the results in the order of the input.
///
/// ADVICE TO MAINTAINERS. At most `window` items exist between source and `emit`, finished ones included: a slow consumer
/// stops the reader, memory is bounded even when the first item is slow, and the output does not depend on the number of
/// cores. `next` and `emit` run on the calling task only; nothing else may be shared.
///
/// - Parameters:
///   - window: Most items under way; 1 makes the whole sequential.
///   - next: Gives the next item, `nil` at the end.
///   - transform: Pure; runs on any thread.
///   - emit: Receives the results in order.
/// - Throws: What `next` or `emit` throws; items under way are dropped.
package func mapInOrder<Item: Sendable, Output: Sendable, Failure: Error>(
    window: Int,
    next: () throws(Failure) -> Item?,
    transform: @escaping @Sendable (Item) -> Output,
    emit: (Output) throws(Failure) -> Void
) async throws(Failure) {
    precondition(window > 0)
    let result: Result<Void, Failure> = await withTaskGroup(of: (Int, Output).self) { group in
        var finished: [Int: Output] = [:]
        var (submitted, emitted) = (0, 0)
        var isDrained = false
        do throws(Failure) {
            while true {
                while !isDrained, submitted - emitted < window {
                    guard let item = try next() else {
                        isDrained = true
                        break
                    }
                    group.addTask { [submitted] in (submitted, transform(item)) }
                    submitted += 1
                }
                guard let (index, output) = await group.next() else { return .success(()) }
                finished[index] = output
                while let output = finished.removeValue(forKey: emitted) {
                    try emit(output)
                    emitted += 1
                }
            }
        } catch {
            group.cancelAll()
            return .failure(error)
        }
    }
    try result.get()
}
