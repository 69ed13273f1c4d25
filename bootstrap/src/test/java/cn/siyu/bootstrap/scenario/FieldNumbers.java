package cn.siyu.bootstrap.scenario;

/// What accounts may do, as the field and the platform say it: written down here a second time, so
/// that a run is not judged by the policies of the product that it runs.
final class FieldNumbers {
    /// Messages that a personal account writes on a day.
    static final int MESSAGES_A_DAY = 200;

    /// Posts to moments of a personal account on a day: "many", taken as ten.
    static final int PERSONAL_POSTS_A_DAY = 10;

    /// Friends of a personal account.
    static final int FRIENDS = 10_000;

    /// Customers of a member of a corp, as long as nobody had it raised (to 20,000 at most).
    static final int CUSTOMERS_OF_A_MEMBER = 5_000;

    /// Posts to moments of a member of a corp that customers are shown on a day.
    static final int MEMBER_POSTS_A_DAY = 3;

    /// Posts to moments of a corp that a customer is shown in a month.
    static final int CORP_POSTS_A_MONTH = 4;

    private static final int YOUNG = 30;
    private static final int GROWN = 90;
    private static final int YOUNG_ADDS = 5;
    private static final int HALF_GROWN_ADDS = 10;
    private static final int ADDS = 20;

    private FieldNumbers() {}

    /// Friend requests that a personal account makes on a day.
    ///
    /// @param days how old the account is
    static int addsADay(long days) {
        return days < YOUNG ? YOUNG_ADDS : days < GROWN ? HALF_GROWN_ADDS : ADDS;
    }
}
