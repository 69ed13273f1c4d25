package cn.siyu.application.sop.port;

import cn.siyu.application.brand.port.InMemoryStore;
import java.util.Optional;

class InMemoryStoreVariantsTest implements StoreVariantsContract {
    @Override
    public StoreVariants variants() {
        return new InMemoryStoreVariants(new InMemoryStore(), (_, _) -> Optional.empty());
    }
}
