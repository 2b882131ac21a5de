internal import Kinerja
internal import Diagnostics
@main struct Main { static func main() async { do { print(try await DebugDump.run(CommandLine.arguments)) } catch { print(error) } } }
