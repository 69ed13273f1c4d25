package cn.siyu.domain.channel.allocation;

/// How full an account is (账号负载).
///
/// @param customers live relationships
/// @param totalCap the most it holds
/// @param addedToday how many were added on the brand's day
/// @param dailyCap the most it adds on a day
/// @param held places held for visitors who haven't added it yet
public record AccountLoad(int customers, int totalCap, int addedToday, int dailyCap, int held) {
    public AccountLoad {
        if (customers < 0 || totalCap < 0 || addedToday < 0 || dailyCap < 0 || held < 0) {
            throw new IllegalArgumentException("loads and caps are 0 or more");
        }
    }

    /// How many it can still take today; a held place is taken.
    public int remainingToday() {
        return Math.max(0, Math.min(dailyCap - addedToday - held, totalCap - customers - held));
    }
}
