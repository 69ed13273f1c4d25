package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.Optional;

/// The far side of a SANDBOX brand: simulated customers and staff with a clock that only moves when
/// told, so that product and simulator step together from one due moment to the next. A brand
/// without a simulated far side has nothing due over there, and stepping it does nothing.
public interface SimulatedFarSide {
    /// When something happens next over there; empty when nothing is planned.
    Answer<Optional<Instant>> nextDueAt(String brand);

    /// Lets everything up to and including `to` happen, callbacks delivered included, and returns
    /// when that is done. The target is absolute, so asking again does no harm: failures are
    /// NotDone.
    Answer<Ack> stepTo(String brand, Instant to);
}
