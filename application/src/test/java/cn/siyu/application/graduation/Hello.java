package cn.siyu.application.graduation;

import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.domain.brand.BrandId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The same words in whatever material.
final class Hello implements Composer {
    @Override
    public Map<Long, Composition> open(BrandId brand, Collection<Long> materials) {
        Map<Long, Composition> open = new HashMap<>();
        materials.forEach(number -> open.put(number, new Greeting()));
        return open;
    }

    private static final class Greeting implements Composer.Composition {
        @Override
        public boolean needsOrders() {
            return false;
        }

        @Override
        public Composer.Written write(Reach reach, @Nullable LastOrder lastOrder) {
            return new Composer.Written.Message(OutboundMessage.text("加我们主理人"));
        }
    }
}
