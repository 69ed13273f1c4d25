package cn.siyu.bootstrap.sandbox.story;

import java.util.List;

/// An example brand.
///
/// @param code how it is asked for, like `coffee-chain`
/// @param brand its name
/// @param strength the brand's own strength (品牌势能), 0 to 1
/// @param alpha how much brand trust weighs against social trust, 0 to 1
/// @param stores its stores, or teams; at least one
/// @param ways the codes that people scan
/// @param goods what they buy
/// @param shopHours weights of the hours of a day at which people come, 24 numbers
/// @param habits what customers do once they are contacts
/// @param welcome what a new contact reads at once
/// @param sayings what is said later
/// @param journeys the SOPs, in the order in which they were made
public record Story(
        String code,
        String brand,
        double strength,
        double alpha,
        List<Store> stores,
        List<Way> ways,
        List<Good> goods,
        List<Double> shopHours,
        Habits habits,
        String welcome,
        List<Saying> sayings,
        List<Journey> journeys) {

    /// Few people come at night.
    static final List<Double> SHOP_HOURS = List.of(
            0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.2, 1.2, 2.2, 2.0, 1.5, 2.0, 3.0, 2.2, 1.5, 1.5, 1.6, 2.0, 2.4, 2.0, 1.4,
            0.8, 0.2, 0.0);

    /// A store (门店) or team with the people who serve its customers.
    ///
    /// @param number from 1; the simulated corp's department is one more
    public record Store(int number, String externalId, String name, String address, List<Member> members) {}

    /// A member of a store; `address` is the WeCom userid.
    public record Member(String address, String name) {}

    /// Something one can buy.
    ///
    /// @param amountMinor its price in the smallest unit (分)
    public record Good(String sku, String category, long amountMinor) {}

    /// What a contact way is about: the hook (钩子) behind its code, and which store it hangs in;
    /// store 0 is online.
    ///
    /// @param weight its share of the visitors
    public record Way(String name, String hook, String state, int store, int weight) {}

    /// A material (素材) by its name.
    public record Saying(String name, String text) {}

    /// How customers and members behave; shares are from 0 to 1, multiplied by each customer's own
    /// warmth.
    ///
    /// @param welcomeReply who answers the welcome
    /// @param reply who answers a message, `click`, `coupon`, `buy`, `delete` alike
    /// @param repliesPerWeek what comes without a cause; visits, orders and deletions alike
    /// @param refund which share of orders is given back
    /// @param momentLike who likes a moment that they see
    /// @param confirm which share of their tasks members confirm unreminded
    public record Habits(
            double welcomeReply,
            double reply,
            double click,
            double coupon,
            double buy,
            double delete,
            double repliesPerWeek,
            double visitsPerWeek,
            double ordersPerWeek,
            double deletesPerWeek,
            double refund,
            double momentLike,
            double confirm) {
        /// The same people, whom no message moves: they talk, come and buy of their own accord as
        /// often, and neither answer what is sent to them after the welcome nor leave for it. A
        /// message more or less makes no difference to anybody.
        Habits unmoved() {
            return new Habits(
                    welcomeReply,
                    0,
                    0,
                    0,
                    0,
                    0,
                    repliesPerWeek,
                    visitsPerWeek,
                    ordersPerWeek,
                    deletesPerWeek,
                    refund,
                    momentLike,
                    confirm);
        }
    }

    /// The same brand under another code, with customers whom no message moves.
    Story unmoved(String other) {
        return new Story(
                other,
                brand,
                strength,
                alpha,
                stores,
                ways,
                goods,
                shopHours,
                habits.unmoved(),
                welcome,
                sayings,
                journeys);
    }
}
