package cn.siyu.adapter.wecomsimulator.behaviour;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the people of a corp behave. Everything may be left out: without a plan nobody does anything
/// by themselves.
///
/// @param seed of all choices
/// @param product where links are visited and feeds report to; null = nobody is told of replies and
///     purchases
/// @param arrivals the customers who come; null = none
/// @param customers what customers do once they are contacts
/// @param staff what members do
/// @param shop what is bought, and where
public record BehaviourPlan(
        long seed,
        @Nullable Product product,
        @Nullable Arrivals arrivals,
        CustomerHabits customers,
        StaffHabits staff,
        Shop shop) {
    /// People who do nothing.
    public static final BehaviourPlan IDLE =
            new BehaviourPlan(0, null, null, CustomerHabits.NONE, StaffHabits.NONE, Shop.SMALL);

    public BehaviourPlan {
        customers = customers == null ? CustomerHabits.NONE : customers;
        staff = staff == null ? StaffHabits.NONE : staff;
        shop = shop == null ? Shop.SMALL : shop;
    }

    /// Looks at a plan that comes in.
    /// @throws IllegalArgumentException when a share is not between 0 and 1, or a number is
    ///     negative
    public void check() {
        share("welcomeReply", customers.welcomeReply);
        share("messageReply", customers.messageReply);
        share("messageClick", customers.messageClick);
        share("messageCoupon", customers.messageCoupon);
        share("messageBuy", customers.messageBuy);
        share("messageDelete", customers.messageDelete);
        share("refund", customers.refund);
        share("memberNotes", customers.memberNotes);
        share("momentLike", customers.momentLike);
        share("momentComment", customers.momentComment);
        amount("repliesPerWeek", customers.repliesPerWeek);
        amount("visitsPerWeek", customers.visitsPerWeek);
        amount("ordersPerWeek", customers.ordersPerWeek);
        amount("deletesPerWeek", customers.deletesPerWeek);
        share("confirm", staff.confirm);
        share("confirmWhenReminded", staff.confirmWhenReminded);
        share("answer", staff.answer);
        amount("meanDelayMinutes", staff.meanDelayMinutes);
        amount("meanAnswerMinutes", staff.meanAnswerMinutes);
        if (arrivals != null) {
            amount("arrivals.customers", arrivals.customers);
            share("arrivals.addRate", arrivals.addRate == null ? 1 : arrivals.addRate);
        }
    }

    private static void share(String name, double given) {
        if (!(given >= 0 && given <= 1)) {
            throw new IllegalArgumentException("behaviour: " + name + " must be between 0 and 1");
        }
    }

    private static void amount(String name, double given) {
        if (!(given >= 0)) {
            throw new IllegalArgumentException("behaviour: " + name + " must not be below 0");
        }
    }

    /// The product's door.
    ///
    /// @param baseUrl without a slash at the end
    /// @param brand the brand in the paths of the feeds
    /// @param key sent as `Authorization: Bearer …`
    /// @param source the name under which this feed's orders are known (`ext:{source}:{id}`)
    public record Product(String baseUrl, String brand, String key, String source) {
        public Product {
            source = source == null ? "simulator" : source;
        }
    }

    /// Customers who visit a link and add the member behind it.
    ///
    /// @param customers how many in all
    /// @param from when the first may come
    /// @param to when the last has come
    /// @param hourWeights 24 weights, one per hour of the day in Asia/Shanghai; none given = none
    ///     at night, most at noon and in the evening
    /// @param links what they visit; shares follow the weights
    /// @param addRate the share of visitors who add the member
    public record Arrivals(
            int customers,
            Instant from,
            Instant to,
            List<Double> hourWeights,
            List<Link> links,
            @Nullable Double addRate) {
        private static final List<Double> USUAL_DAY = List.of(
                0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.2, 1.0, 2.0, 2.0, 1.5, 2.0, 3.0, 2.0, 1.5, 1.5, 1.5, 2.0, 2.5, 2.5, 2.0,
                1.0, 0.3, 0.0);

        public Arrivals {
            if (from == null || to == null || !from.isBefore(to)) {
                throw new IllegalArgumentException("arrivals: from must be given and lie before to");
            }
            hourWeights = hourWeights == null || hourWeights.isEmpty() ? USUAL_DAY : List.copyOf(hourWeights);
            links = links == null ? List.of() : List.copyOf(links);
            if (hourWeights.size() != 24 || hourWeights.stream().noneMatch(weight -> weight > 0)) {
                throw new IllegalArgumentException("arrivals: hourWeights must be 24 numbers, one of them above 0");
            }
            if (customers > 0 && links.isEmpty()) {
                throw new IllegalArgumentException("arrivals: links must name at least one link");
            }
        }
    }

    /// A link of the product's.
    ///
    /// @param code visited as `{baseUrl}/l/{code}`
    /// @param weight its share among all; 1 when not given
    public record Link(String code, double weight) {
        public Link {
            weight = weight <= 0 ? 1 : weight;
        }
    }

    /// What customers do. Rates are shares from 0 to 1, multiplied by each customer's own warmth,
    /// which lies between 0.2 and 2.
    ///
    /// @param welcomeReply reply to a welcome message
    /// @param messageReply reply to a mass message
    /// @param messageClick open what a mass message links to (as VISIT of the mini program)
    /// @param messageCoupon claim a coupon after a mass message
    /// @param messageBuy buy within three days of a mass message
    /// @param messageDelete delete the member after a mass message (divided by warmth)
    /// @param repliesPerWeek spontaneous messages, mean
    /// @param visitsPerWeek spontaneous visits, mean
    /// @param ordersPerWeek spontaneous purchases, mean
    /// @param deletesPerWeek spontaneous deletions of the member, mean (divided by warmth)
    /// @param refund the share of purchases that are given back within a week
    /// @param memberNotes the share of new customers whose remark the member edits within a day
    /// @param momentLike like a moment that they can see
    /// @param momentComment comment on one
    public record CustomerHabits(
            double welcomeReply,
            double messageReply,
            double messageClick,
            double messageCoupon,
            double messageBuy,
            double messageDelete,
            double repliesPerWeek,
            double visitsPerWeek,
            double ordersPerWeek,
            double deletesPerWeek,
            double refund,
            double memberNotes,
            double momentLike,
            double momentComment) {
        static final CustomerHabits NONE = new CustomerHabits(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// What members do with mass messages, and with what customers write. The rest, who neither
    /// confirm by themselves nor when reminded, never do.
    ///
    /// @param confirm the share of tasks confirmed without a reminder
    /// @param confirmWhenReminded the share of the others confirmed after a reminder
    /// @param meanDelayMinutes mean time until they do
    /// @param answer the share of customers' messages that they answer, seen in `reply_percentage`
    ///     of the statistics
    /// @param meanAnswerMinutes mean time until they answer
    public record StaffHabits(
            double confirm,
            double confirmWhenReminded,
            double meanDelayMinutes,
            double answer,
            double meanAnswerMinutes) {
        static final StaffHabits NONE = new StaffHabits(0, 0, 0, 0, 0);
    }

    /// What can be bought.
    ///
    /// @param storeExternalIds stores by the product's or the caller's own id; an order in a store
    ///     names one of them
    /// @param goods the assortment
    public record Shop(List<String> storeExternalIds, List<Good> goods) {
        static final Shop SMALL = new Shop(List.of(), List.of());

        public Shop {
            storeExternalIds = storeExternalIds == null ? List.of() : List.copyOf(storeExternalIds);
            goods = goods == null || goods.isEmpty()
                    ? Collections.singletonList(new Good("latte", "coffee", 3200))
                    : List.copyOf(goods);
        }
    }

    /// An article.
    ///
    /// @param amountMinor its price in the smallest unit (分)
    public record Good(String sku, String category, long amountMinor) {}
}
