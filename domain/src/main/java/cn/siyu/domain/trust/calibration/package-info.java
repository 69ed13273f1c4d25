/// What points of trust are worth, learnt from what customers did (信任校准).
///
/// [cn.siyu.domain.trust.calibration.Calibration] fits the points to who was lost and who bought,
/// checks them on months they were not fitted to, and says in a
/// [cn.siyu.domain.trust.calibration.CalibrationReport] whether they may be adopted. The slope
/// comes from data, the anchor (bases, floors, ceilings) stays policy: T is an index, not a
/// probability.
@NullMarked
package cn.siyu.domain.trust.calibration;

import org.jspecify.annotations.NullMarked;
