package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.BrandMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lays a new brand (品牌): a live one, or a sandbox with a clock of its own.
public final class CreateBrand {
    private final Brands brands;
    private final IdSource ids;
    private final InstantSource machine;
    private final UnitOfWork work;

    public CreateBrand(Brands brands, IdSource ids, InstantSource machine, UnitOfWork work) {
        this.brands = brands;
        this.ids = ids;
        this.machine = machine;
        this.work = work;
    }

    /// A brand to be laid.
    ///
    /// @param sandboxNow where a sandbox's clock starts; null: at the machine's time. Without
    ///     meaning for a live brand
    public record Command(
            String slug,
            String name,
            BrandMode mode,
            ZoneId zone,
            double strength,
            double alpha,
            String currency,
            @Nullable Instant sandboxNow) {}

    /// Lays the brand.
    public ChangeOutcome<Brand> handle(Command command) {
        return work.inTransaction(() -> lay(command));
    }

    private ChangeOutcome<Brand> lay(Command command) {
        var inputs = new Inputs();
        inputs.check(
                command.slug().matches(Brand.SLUG_PATTERN),
                "/slug",
                InputProblem.Code.BAD_FORMAT,
                "A slug has 2 to 40 of a-z 0-9 -, and no - at its ends.",
                "简称为 2 至 40 个 a-z 0-9 -，首尾不能为 -。");
        inputs.taken("/slug", brands.bySlug(command.slug()).isPresent(), command.slug());
        BrandInputs.check(inputs, command.name(), command.strength(), command.alpha());
        BrandInputs.currency(inputs, command.currency());
        boolean sandbox = command.mode() == BrandMode.SANDBOX;
        inputs.check(
                sandbox || command.sandboxNow() == null,
                "/now",
                InputProblem.Code.NOT_ALLOWED,
                "Only a sandbox has a clock of its own.",
                "只有沙箱品牌有自己的时钟。");
        return inputs.sound() ? new ChangeOutcome.Done<>(added(command, sandbox)) : inputs.refused();
    }

    private Brand added(Command command, boolean sandbox) {
        Instant machineNow = machine.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant now = sandbox
                ? Optional.ofNullable(command.sandboxNow()).orElse(machineNow).truncatedTo(ChronoUnit.MILLIS)
                : machineNow;
        int number = brands.all().stream()
                        .mapToInt(brand -> brand.id().value())
                        .max()
                        .orElse(0)
                + 1;
        var brand = new Brand(
                new BrandId(number),
                ids.publicId(ids.next(), now),
                command.slug(),
                command.name(),
                command.mode(),
                command.zone(),
                command.strength(),
                command.alpha(),
                command.currency(),
                now,
                sandbox ? now : null,
                1,
                now,
                now);
        brands.add(brand);
        return brand;
    }
}
