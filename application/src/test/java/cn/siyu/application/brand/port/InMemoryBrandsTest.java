package cn.siyu.application.brand.port;

class InMemoryBrandsTest implements BrandsContract {
    private final Brands brands = new InMemoryBrands(new InMemoryStore());

    @Override
    public Brands brands() {
        return brands;
    }
}
