package cn.siyu.application.contact;

import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.domain.brand.BrandId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One material for all, one for each, and none.
final class WrittenMaterials implements Composer {
    @Override
    public Map<Long, Composition> open(BrandId brand, Collection<Long> materials) {
        Map<Long, Composition> open = new HashMap<>();
        materials.stream()
                .filter(number -> number <= ContactWorld.PICTURE)
                .forEach(number -> open.put(number, new Text(number)));
        return open;
    }

    private record Text(long material) implements Composer.Composition {
        @Override
        public boolean needsOrders() {
            return false;
        }

        @Override
        public Composer.Written write(Reach reach, @Nullable LastOrder lastOrder) {
            String text = material == ContactWorld.HELLO ? "新品上市" : reach.nickname() + "，新品上市";
            return new Composer.Written.Message(
                    material == ContactWorld.PICTURE
                            ? new OutboundMessage("新品上市", List.of(new Attachment.Image(ContactWorld.POSTER)))
                            : OutboundMessage.text(text));
        }
    }
}
