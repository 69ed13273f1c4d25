package cn.siyu.application.brand.port;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;

/// Where ids come from.
public interface IdSource {
    /// The next inner number: positive, growing, unique in the installation, with gaps. It does not
    /// depend on the transaction it is asked in.
    long next();

    /// The public id of the thing with an inner number: the same for the same number and moment in
    /// one installation, not to be guessed by somebody outside.
    ///
    /// @param id the thing's inner number
    /// @param createdAt when the thing came into being, on its brand's clock
    PublicId publicId(long id, Instant createdAt);
}
