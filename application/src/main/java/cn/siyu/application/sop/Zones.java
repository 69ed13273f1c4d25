package cn.siyu.application.sop;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.sop.Journey;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// In which time zones customers live, looked up only where a time of day is waited for.
public final class Zones {
    private final Customers customers;
    private final Brands brands;

    public Zones(Customers customers, Brands brands) {
        this.customers = customers;
        this.brands = brands;
    }

    /// The zones of customers.
    ///
    /// @param brand the brand's
    /// @param own the customers' own, as far as they are known
    record Clocks(ZoneId brand, Map<CustomerId, ZoneId> own) {
        ZoneId zone(CustomerId customer) {
            return own.getOrDefault(customer, brand);
        }
    }

    /// The zones that matter for what comes after some steps.
    Clocks of(BrandId brand, List<DueStep> due) {
        List<CustomerId> asked = due.stream()
                .filter(each -> Journey.asksForZone(each.definition(), each.step() + 1))
                .map(each -> each.enrolment().customer())
                .distinct()
                .toList();
        Map<CustomerId, ZoneId> own = new HashMap<>();
        for (Customer customer : asked.isEmpty() ? List.<Customer>of() : customers.findAll(brand, asked)) {
            ZoneId zone = customer.zone();
            if (zone != null) {
                own.put(customer.id(), zone);
            }
        }
        return new Clocks(brands.find(brand).orElseThrow().zone(), own);
    }
}
