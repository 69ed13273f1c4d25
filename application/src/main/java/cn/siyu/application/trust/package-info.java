/// Trust (信任) as it is kept and read: [RecordEvidence] takes evidence in,
/// [RefreshTrustProjections] lets projections decay once a day, [ReadTrust] and [ExplainTrust]
/// answer exactly, at the moment of asking. The rules are in `cn.siyu.domain.trust`; start there.
@NullMarked
package cn.siyu.application.trust;

import org.jspecify.annotations.NullMarked;
