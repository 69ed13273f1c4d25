package cn.siyu.application.contact;

import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PersonaVoices;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.content.MaterialLimits;
import cn.siyu.application.content.port.Materials;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.content.Attachment;
import cn.siyu.domain.content.MaterialContent;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.content.Message;
import cn.siyu.domain.content.Rendering;
import cn.siyu.domain.content.Variable;
import cn.siyu.domain.content.VariableValue;
import cn.siyu.domain.content.VariableValues;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes messages from the brand's materials (素材), none that the persona (人设) of the account
/// never says.
public final class MaterialComposer implements Composer {
    private static final String OF_ORDERS = "orders.last";

    private final Materials materials;
    private final MaterialLimits limits;
    private final CheckPersona personas;

    public MaterialComposer(Materials materials, MaterialLimits limits, CheckPersona personas) {
        this.materials = materials;
        this.limits = limits;
        this.personas = personas;
    }

    @Override
    public Map<Long, Composition> open(BrandId brand, Collection<Long> numbers) {
        var voices = personas.voices(brand);
        var ids = numbers.stream().map(MaterialId::new).collect(Collectors.toSet());
        return materials.findAll(brand, ids).stream()
                .filter(material -> !material.archived())
                .collect(Collectors.toMap(
                        material -> material.id().value(), material -> new Ready(material.content(), limits, voices)));
    }

    private record Ready(MaterialContent content, MaterialLimits limits, PersonaVoices voices) implements Composition {
        @Override
        public boolean needsOrders() {
            return content.text().variables().stream()
                    .anyMatch(variable -> variable.path().startsWith(OF_ORDERS));
        }

        @Override
        public boolean needsInvitation() {
            return content.text().variables().contains(Variable.INVITATION_CODE);
        }

        @Override
        public Written write(Reach reach, @Nullable LastOrder lastOrder) {
            return write(reach, lastOrder, null);
        }

        @Override
        public Written write(Reach reach, @Nullable LastOrder lastOrder, @Nullable String invitation) {
            var link = reach.link();
            if (link == null) {
                return new Written.Unwritable("NO_RELATIONSHIP", Map.of());
            }
            var bounds = limits.of(link.sender().channel());
            return switch (content.render(values(reach, link.names(), lastOrder, invitation), bounds)) {
                case Rendering.Rendered(var message) -> said(link, carried(message));
                case Rendering.ValuesMissing(var variables) ->
                    new Written.Unwritable(
                            "VALUES_MISSING",
                            Map.of(
                                    "variables",
                                    variables.stream()
                                            .map(Variable::path)
                                            .sorted()
                                            .toList()));
                case Rendering.TooLong(int bytes, int limit) ->
                    new Written.Unwritable("TEXT_TOO_LONG", Map.of("bytes", bytes, "limit", limit));
                case Rendering.NothingToSay() -> new Written.Unwritable("NOTHING_TO_SAY", Map.of());
            };
        }

        private Written said(Reach.Link link, OutboundMessage message) {
            List<String> claims = voices.forbidden(link.account(), message);
            return claims.isEmpty()
                    ? new Written.Message(message)
                    : new Written.Unwritable(CheckPersona.FORBIDDEN_CLAIM, Map.of("claims", claims));
        }
    }

    private static VariableValues values(
            Reach reach, Reach.Names names, @Nullable LastOrder lastOrder, @Nullable String invitation) {
        var known = new EnumMap<Variable, VariableValue>(Variable.class);
        text(known, Variable.CUSTOMER_NICKNAME, reach.nickname());
        text(known, Variable.INVITATION_CODE, invitation);
        text(known, Variable.STAFF_NAME, names.staff());
        text(known, Variable.STORE_NAME, names.store());
        text(known, Variable.BRAND_NAME, names.brand());
        known.put(Variable.CUSTOMER_ADDED_ON, new VariableValue.Day(names.addedOn()));
        known.put(Variable.ORDERS_COUNT, new VariableValue.Count(names.orders()));
        if (lastOrder != null) {
            known.put(
                    Variable.ORDERS_LAST_AMOUNT,
                    new VariableValue.Money(lastOrder.amountMinor(), lastOrder.currency()));
            known.put(Variable.ORDERS_LAST_PAID_ON, new VariableValue.Day(lastOrder.paidOn()));
            text(known, Variable.ORDERS_LAST_SKU, lastOrder.sku());
        }
        return new VariableValues(known);
    }

    private static void text(Map<Variable, VariableValue> known, Variable variable, @Nullable String text) {
        if (text != null) {
            known.put(variable, new VariableValue.Text(text));
        }
    }

    /// A message as channels carry it, its files by their addresses: they are uploaded before it
    /// leaves.
    public static OutboundMessage carried(Message message) {
        return new OutboundMessage(
                message.text(),
                message.attachments().stream().map(MaterialComposer::attachment).toList());
    }

    private static cn.siyu.application.channel.port.Attachment attachment(Attachment attachment) {
        return switch (attachment) {
            case Attachment.Image(var url) -> new cn.siyu.application.channel.port.Attachment.Image(url);
            case Attachment.Video(var url) -> new cn.siyu.application.channel.port.Attachment.Video(url);
            case Attachment.File(var name, var url) -> new cn.siyu.application.channel.port.Attachment.File(name, url);
            case Attachment.Link(var title, var description, var picture, var url) ->
                new cn.siyu.application.channel.port.Attachment.Link(title, url, description, picture);
            case Attachment.MiniProgram(var title, var cover, var appId, var page) ->
                new cn.siyu.application.channel.port.Attachment.MiniProgram(title, appId, page, cover);
        };
    }
}
