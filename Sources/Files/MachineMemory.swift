internal import CPlatform
internal import Glibc

/// The memory of the machine, in bytes.
package enum MachineMemory {
    /// Tells the allocator to keep what is freed: a run makes and drops arrays of one batch's size by the
    /// thousand, and taking each from the system anew costs a page fault every four kilobytes.
    package static func keepFreed() {
        kinerja_keep_freed_memory(64 << 20)
    }

    package static var bytes: Int {
        max(0, sysconf(Int32(_SC_PHYS_PAGES))) * max(0, sysconf(Int32(_SC_PAGESIZE)))
    }
}
