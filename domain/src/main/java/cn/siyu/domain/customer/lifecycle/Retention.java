package cn.siyu.domain.customer.lifecycle;

import cn.siyu.domain.customer.lifecycle.RetentionCurve.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long relationships last (留存), day by day, of some who were all followed from their
/// beginning on, each until it was lost or couldn't be followed any longer (Kaplan & Meier 1958).
///
/// @param begun how many there are
/// @param lost how many of them were lost so far
/// @param points the share that is still there after so many days, for as long as enough of them
///     are followed
public record Retention(long begun, long lost, List<Point> points) {
    /// No estimate without so many who could be followed.
    public static final long LEAST = 10;

    private static final double Z = 1.959963984540054;

    public Retention {
        points = List.copyOf(points);
    }

    /// How many lived for so many whole days.
    ///
    /// @param lost of those that were lost then
    /// @param unseen of those that couldn't be followed any longer: they live today, or ended
    ///     otherwise
    public record Lives(int days, long lost, long unseen) {}

    /// One point of the curve.
    ///
    /// @param atRisk how many could be followed for so many days
    /// @param lower where the share begins with 95 % confidence: Wilson's interval with as many
    ///     cases as would give Greenwood's error (Rothman 1978), so that it stays between 0 and 1
    ///     and has a width where nobody was lost
    public record Point(int days, long atRisk, double share, double lower, double upper) {}

    /// Of lives in any order, each number of days at most once.
    ///
    /// @param after at which days, rising
    public static Retention of(List<Lives> lives, List<Integer> after) {
        int last = after.getLast();
        long[] lost = new long[last + 1];
        long[] ended = new long[last + 1];
        long begun = 0;
        long all = 0;
        for (Lives each : lives) {
            int day = Math.min(each.days(), last);
            lost[day] += each.days() < last ? each.lost() : 0;
            ended[day] += each.lost() + each.unseen();
            begun += each.lost() + each.unseen();
            all += each.lost();
        }
        List<Point> points = new ArrayList<>();
        List<Stretch> stretches = new ArrayList<>();
        long atRisk = begun;
        int next = 0;
        for (int day = 0; day <= last && next < after.size(); day++) {
            if (day == after.get(next)) {
                next++;
                @Nullable Point point = point(day, atRisk, begun, stretches);
                if (point != null) {
                    points.add(point);
                }
            }
            stretches.add(new Stretch(lost[day], atRisk));
            atRisk -= ended[day];
        }
        return new Retention(begun, all, points);
    }

    private static @Nullable Point point(int day, long atRisk, long begun, List<Stretch> stretches) {
        if (atRisk < LEAST) {
            return null;
        }
        var curve = RetentionCurve.after(stretches);
        double share = curve.share();
        double error = curve.standardError();
        double cases = error == 0 ? (double) (share == 1 ? atRisk : begun) : share * (1 - share) / (error * error);
        double square = Z * Z;
        double middle = (share + square / (2 * cases)) / (1 + square / cases);
        double half = Z * Math.sqrt(share * (1 - share) / cases + square / (4 * cases * cases)) / (1 + square / cases);
        return new Point(day, atRisk, share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
