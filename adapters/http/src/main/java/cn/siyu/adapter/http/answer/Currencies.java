package cn.siyu.adapter.http.answer;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.domain.brand.BrandId;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;

/// The currency in which a brand's amounts are written in answers. A brand keeps its currency for
/// good, so each is asked for once: this stands on the way of every read of a customer.
@Singleton
public final class Currencies {
    private final Brands brands;
    private final ConcurrentHashMap<BrandId, String> known = new ConcurrentHashMap<>();

    Currencies(Brands brands) {
        this.brands = brands;
    }

    /// The ISO 4217 code of a brand's currency; the brand exists, for the caller has been led to
    /// it.
    public String of(BrandId brand) {
        String currency = known.get(brand);
        return currency == null ? known.computeIfAbsent(brand, this::asked) : currency;
    }

    private String asked(BrandId brand) {
        return brands.find(brand).orElseThrow().currency();
    }
}
