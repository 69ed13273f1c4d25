package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.Brand;
import java.time.ZoneId;

/// Changes what may change of a brand; its slug, mode and currency stay.
public final class ChangeBrand {
    private final Brands brands;
    private final BrandClock clock;
    private final UnitOfWork work;

    public ChangeBrand(Brands brands, BrandClock clock, UnitOfWork work) {
        this.brands = brands;
        this.clock = clock;
        this.work = work;
    }

    /// What the brand is to be.
    ///
    /// @param version the version that its author has seen
    public record Command(Caller caller, int version, String name, ZoneId zone, double strength, double alpha) {}

    /// Changes the brand.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of it
    public ChangeOutcome<Brand> handle(Command command) {
        WholeBrand.require(command.caller());
        return work.inTransaction(() -> brands.find(command.caller().brand())
                .map(brand -> change(brand, command))
                .orElseGet(ChangeOutcome.Unknown::new));
    }

    private ChangeOutcome<Brand> change(Brand brand, Command command) {
        if (brand.version() != command.version()) {
            return new ChangeOutcome.Stale<>(brand.version());
        }
        var inputs = new Inputs();
        BrandInputs.check(inputs, command.name(), command.strength(), command.alpha());
        if (!inputs.sound()) {
            return inputs.refused();
        }
        var changed = new Brand(
                brand.id(),
                brand.publicId(),
                brand.slug(),
                command.name(),
                brand.mode(),
                command.zone(),
                command.strength(),
                command.alpha(),
                brand.currency(),
                brand.landmark(),
                brand.sandboxNow(),
                brand.version() + 1,
                brand.createdAt(),
                clock.now(brand.id()));
        brands.replace(changed);
        return new ChangeOutcome.Done<>(changed);
    }
}
