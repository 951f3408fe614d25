import Glibc
import JSONLogic

/// What figures depend on besides the program.
enum Machine {
  /// How many processes wanted a core in the last minute.
  static var load: JSON {
    var loads = [0.0]
    return getloadavg(&loads, 1) == 1 ? JSON((loads[0] * 100).rounded() / 100) : .null
  }

  static var processors: JSON { JSON(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
