package cn.siyu.adapter.wecomsimulator.world;

/// Limits of moments (客户朋友圈).
///
/// @param perMinute made through the API by a corp in a minute (45009); a refused call makes none
/// @param perMonth made through the API by a corp in a calendar month (41210)
/// @param running jobs that are not done yet (41078); the platform names no number
/// @param senders members named in one call
/// @param jobSeconds how long a job takes
/// @param dispatchSeconds how long it then takes until members find their tasks (41079 until then)
/// @param shownPerMonth moments of the corp that a customer is shown in a calendar month
/// @param personalShownPerDay moments of members that a customer is shown in a day
public record MomentLimits(
        int perMinute,
        int perMonth,
        int running,
        int senders,
        int jobSeconds,
        int dispatchSeconds,
        int shownPerMonth,
        int personalShownPerDay) {}
