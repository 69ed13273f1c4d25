package cn.siyu.application.channel;

import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.Personas.Kept;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.persona.Persona;
import cn.siyu.domain.channel.persona.Persona.Findings;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Checks texts against the personas (人设检查) of those who would say them. An account without a
/// persona of its own speaks as the brand.
public final class CheckPersona {
    /// The reason of what is not said since it makes a claim (禁用语) that the persona of its
    /// account never makes.
    public static final String FORBIDDEN_CLAIM = "FORBIDDEN_CLAIM";

    private final Personas personas;

    public CheckPersona(Personas personas) {
        this.personas = personas;
    }

    /// What the brand's own persona says of a text; nothing if it has none.
    public Optional<Findings> ofBrand(BrandId brand, String text) {
        return personas.find(brand, null).map(kept -> kept.persona().check(text));
    }

    /// What an account's persona says of a text; nothing if neither it nor the brand has one.
    public Optional<Findings> ofAccount(BrandId brand, ChannelAccountId account, String text) {
        return personas.find(brand, account)
                .or(() -> personas.find(brand, null))
                .map(kept -> kept.persona().check(text));
    }

    /// All personas of a brand as they are now, to look through many messages.
    public PersonaVoices voices(BrandId brand) {
        return new PersonaVoices(personas.all(brand));
    }

    /// The claims in a text that one of some accounts must not make, or that nobody of the brand
    /// must.
    public List<String> forbidden(BrandId brand, Collection<ChannelAccountId> accounts, String text) {
        var all = personas.all(brand);
        Set<ChannelAccountId> own = new LinkedHashSet<>();
        all.stream().map(Kept::account).filter(Objects::nonNull).forEach(own::add);
        boolean someSpeakAsTheBrand = !own.containsAll(accounts);
        return forbidden(
                all.stream()
                        .filter(kept -> {
                            var account = kept.account();
                            return account == null ? someSpeakAsTheBrand : accounts.contains(account);
                        })
                        .map(Kept::persona)
                        .toList(),
                text);
    }

    /// The claims in each of some texts that somebody of the brand must not make, where anybody may
    /// come to say it.
    public List<List<String>> forbiddenToAnybody(BrandId brand, List<String> texts) {
        var all = personas.all(brand).stream().map(Kept::persona).toList();
        return texts.stream().map(text -> forbidden(all, text)).toList();
    }

    private static List<String> forbidden(List<Persona> all, String text) {
        var found = new LinkedHashSet<String>();
        all.forEach(persona -> found.addAll(persona.forbiddenIn(text)));
        return List.copyOf(found);
    }
}
