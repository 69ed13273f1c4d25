package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import java.util.List;
import java.util.Optional;

/// Shows brands. They are few.
public final class ReadBrands {
    private final Brands brands;

    public ReadBrands(Brands brands) {
        this.brands = brands;
    }

    /// All brands of the installation, by number.
    public List<Brand> all() {
        return brands.all();
    }

    /// The one with a number, or empty.
    public Optional<Brand> one(BrandId brand) {
        return brands.find(brand);
    }
}
