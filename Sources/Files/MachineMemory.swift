internal import Glibc

/// The memory of the machine, in bytes.
package enum MachineMemory {
    package static var bytes: Int {
        max(0, sysconf(Int32(_SC_PHYS_PAGES))) * max(0, sysconf(Int32(_SC_PAGESIZE)))
    }
}
