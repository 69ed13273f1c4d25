package cn.siyu.application.insight;

import cn.siyu.application.audience.PersonalFields;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.insight.port.CustomerViews;
import cn.siyu.application.insight.port.CustomerViews.Listed;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.brand.BrandId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists the customers that an expression holds for, within what the caller sees.
public final class SearchCustomers {
    /// What lists can be sorted by.
    public static final List<String> SORTS = List.of("createdAt", "trust", "ordersAmount", "lastInteractionAt");

    private final CustomerViews views;
    private final ResolveSight sights;
    private final Brands brands;
    private final BrandClock clock;

    public SearchCustomers(CustomerViews views, ResolveSight sights, Brands brands, BrandClock clock) {
        this.views = views;
        this.sights = sights;
        this.brands = brands;
        this.clock = clock;
    }

    /// What is asked.
    ///
    /// @param filter a checked expression over the fields of customers; null: all
    /// @param page sorted by one of [#SORTS]
    public record Query(Caller caller, @Nullable Expression filter, PageRequest page) {
        public Query {
            if (!SORTS.contains(page.sort())) {
                throw new IllegalArgumentException("customers are sorted by one of " + SORTS);
            }
        }

        BrandId brand() {
            return caller.brand();
        }
    }

    /// One page.
    ///
    /// @throws cn.siyu.application.audience.PersonalFieldHidden if the filter asks for what is
    ///     masked
    public List<Listed> answer(Query query) {
        PersonalFields.require(query.caller(), query.filter());
        return views.search(query.brand(), sight(query), query.filter(), asOf(query.brand()), query.page());
    }

    /// How many there are over all pages.
    public long count(Query query) {
        PersonalFields.require(query.caller(), query.filter());
        return views.count(query.brand(), sight(query), query.filter(), asOf(query.brand()));
    }

    private Sight sight(Query query) {
        return sights.of(query.caller());
    }

    private AsOf asOf(BrandId brand) {
        return new AsOf(clock.now(brand), brands.find(brand).orElseThrow().zone());
    }
}
