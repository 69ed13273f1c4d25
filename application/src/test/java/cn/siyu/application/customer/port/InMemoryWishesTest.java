package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryWishesTest implements WishesContract {
    private final Wishes wishes = new InMemoryWishes(new InMemoryStore());

    @Override
    public Wishes wishes() {
        return wishes;
    }
}
