package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import java.time.Instant;

/// How far somebody is trusted of whom nothing is known yet (初始信任): what a customer's row
/// begins with, so that it needn't be written twice.
///
/// @param brand brand trust, 0 to 100
/// @param confidence 0 to 1
/// @param asOf when it was read
/// @param edition of the trust policy by which it was read; empty if nothing was read
public record InitialTrust(double brand, double confidence, Instant asOf, String edition) {
    /// Says it of a brand at its present moment.
    @FunctionalInterface
    public interface Source {
        InitialTrust of(BrandId brand);
    }
}
