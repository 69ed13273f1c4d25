package cn.siyu.application.graduation;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.application.graduation.port.Candidates.Listed;
import cn.siyu.application.graduation.port.Programs;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Sop;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Shows programs, and whom they led where. What a program is anybody with the right may read; its
/// candidates only as far as the customers are seen.
public final class ReadPrograms {
    private final Programs programs;
    private final Candidates candidates;
    private final ChannelAccounts accounts;
    private final Materials materials;
    private final Sops sops;
    private final ResolveSight sights;

    public ReadPrograms(
            Programs programs,
            Candidates candidates,
            ChannelAccounts accounts,
            Materials materials,
            Sops sops,
            ResolveSight sights) {
        this.programs = programs;
        this.candidates = candidates;
        this.accounts = accounts;
        this.materials = materials;
        this.sops = sops;
        this.sights = sights;
    }

    /// A program with what clients call what it names.
    public record View(
            Program program,
            List<PublicId> accounts,
            PublicId material,
            @Nullable PublicId sop) {
        public View {
            accounts = List.copyOf(accounts);
        }
    }

    /// Programs with a number above `after`, by number.
    public List<View> page(Caller caller, long after, int atMost) {
        return views(caller.brand(), programs.page(caller.brand(), after, atMost));
    }

    /// One of them, or empty.
    public Optional<View> find(Caller caller, PublicId id) {
        return programs.byPublicId(caller.brand(), id)
                .map(program -> views(caller.brand(), List.of(program)).getFirst());
    }

    /// Candidates of one with a number above `after`; empty if there is no such program.
    public Optional<List<Listed>> candidates(
            Caller caller, PublicId program, Candidate.@Nullable State state, long after, int atMost) {
        return programs.byPublicId(caller.brand(), program)
                .map(found -> candidates.page(caller.brand(), found.id(), state, sights.of(caller), after, atMost));
    }

    private List<View> views(BrandId brand, List<Program> some) {
        var names = names(brand, some);
        var texts = materials
                .findAll(
                        brand,
                        some.stream()
                                .map(each -> new MaterialId(each.material()))
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(each -> each.id().value(), Material::publicId));
        var plans = sops
                .findAll(
                        brand,
                        some.stream().map(Program::sop).filter(Objects::nonNull).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Sop::id, Sop::publicId));
        return some.stream()
                .map(each -> new View(
                        each,
                        each.accounts().stream()
                                .map(names::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        Objects.requireNonNull(texts.get(each.material())),
                        each.sop() == null ? null : plans.get(each.sop())))
                .toList();
    }

    private Map<ChannelAccountId, PublicId> names(BrandId brand, List<Program> some) {
        Set<ChannelAccountId> wanted = new HashSet<>();
        some.forEach(each -> wanted.addAll(each.accounts()));
        var names = new HashMap<ChannelAccountId, PublicId>();
        for (ChannelAccount each : accounts.findAll(brand, wanted)) {
            names.put(each.id(), each.publicId());
        }
        return names;
    }
}
