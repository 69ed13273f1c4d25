package cn.siyu.adapter.http.channel;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// Draws QR codes (二维码) as SVG, which can be printed at any size.
final class QrCodePicture {
    /// Printed codes get scratched: level Q survives a quarter of the picture. The margin is the
    /// standard's.
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 4);

    private QrCodePicture() {}

    /// A picture of a text.
    ///
    /// @param size width and height in pixels
    static String svg(String text, int size) {
        BitMatrix matrix = matrix(text);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" \
                shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%dv%dh-%dz"/><path fill="#000" d="%s"/></svg>
                """.formatted(
                        size,
                        size,
                        matrix.getWidth(),
                        matrix.getHeight(),
                        matrix.getWidth(),
                        matrix.getHeight(),
                        matrix.getWidth(),
                        path(matrix));
    }

    private static BitMatrix matrix(String text) {
        try {
            // a size of 0 makes one dot per module
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("a text too long for a QR code", e);
        }
    }

    /// One bar per run of dark modules.
    private static String path(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            int x = 0;
            while (x < matrix.getWidth()) {
                int from = x;
                while (x < matrix.getWidth() && matrix.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    int run = x - from;
                    path.append('M').append(from).append(' ').append(y);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                }
                x++;
            }
        }
        return path.toString();
    }
}
