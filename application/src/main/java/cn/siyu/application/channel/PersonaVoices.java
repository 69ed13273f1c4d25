package cn.siyu.application.channel;

import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.Personas.Kept;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.persona.Persona;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The personas (人设) of a brand at one moment, by which many messages are looked through, each
/// for the account that would say it. An account without a persona of its own speaks as the brand.
/// For one thread.
public final class PersonaVoices {
    private static final int REMEMBERED = 1_000;
    private static final int MOST = 20;

    private final Map<ChannelAccountId, Persona> own = new HashMap<>();
    private final Map<Said, List<String>> heard = new HashMap<>();
    private final @Nullable Persona brands;

    PersonaVoices(Collection<Kept> personas) {
        Persona ofBrand = null;
        for (Kept each : personas) {
            var account = each.account();
            if (account == null) {
                ofBrand = each.persona();
            } else {
                own.put(account, each.persona());
            }
        }
        this.brands = ofBrand;
    }

    private record Said(Persona by, String text) {}

    /// The claims (禁用语) in what a customer would read that the account must not make: the
    /// first 20.
    public List<String> forbidden(ChannelAccountId account, OutboundMessage message) {
        var persona = own.getOrDefault(account, brands);
        if (persona == null || persona.forbidden().isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashSet<String>();
        texts(message).forEach(text -> found.addAll(claims(persona, text)));
        return found.stream().limit(MOST).toList();
    }

    /// The same, of a text alone.
    public List<String> forbidden(ChannelAccountId account, String text) {
        var persona = own.getOrDefault(account, brands);
        return persona == null
                ? List.of()
                : claims(persona, text).stream().limit(MOST).toList();
    }

    /// Many customers read the same.
    private List<String> claims(Persona persona, String text) {
        if (persona.forbidden().isEmpty() || text.isBlank()) {
            return List.of();
        }
        if (heard.size() >= REMEMBERED) {
            heard.clear();
        }
        return heard.computeIfAbsent(new Said(persona, text), said -> said.by().forbiddenIn(said.text()));
    }

    private static List<String> texts(OutboundMessage message) {
        var texts = new ArrayList<String>();
        texts.add(message.text());
        message.attachments().forEach(each -> texts.addAll(each.words()));
        return texts;
    }
}
