package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;

/// The key of a row that belongs to a brand.
record BrandKey(BrandId brand, long id) implements Comparable<BrandKey> {
    @Override
    public int compareTo(BrandKey other) {
        int byBrand = Integer.compare(brand.value(), other.brand.value());
        return byBrand != 0 ? byBrand : Long.compare(id, other.id);
    }
}
