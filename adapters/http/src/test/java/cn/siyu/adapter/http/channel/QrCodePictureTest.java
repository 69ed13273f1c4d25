package cn.siyu.adapter.http.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodePictureTest {
    private static final int DOT = 8;
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"");

    @Test
    void saysItsTextToAReader() throws ReaderException {
        String link = "https://siyu.example.com/l/k3m9q2c4";
        assertThat(read(QrCodePicture.svg(link, 300))).isEqualTo(link);
    }

    @Test
    void isAsLargeAsWanted() {
        assertThat(QrCodePicture.svg("x", 512))
                .contains("width=\"512\" height=\"512\"")
                .startsWith("<svg xmlns=");
    }

    /// Reads the code of a picture as a phone would.
    static String read(String svg) throws ReaderException {
        Matcher size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        int width = Integer.parseInt(size.group(1)) * DOT;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher bar = BAR.matcher(svg);
        while (bar.find()) {
            int x = Integer.parseInt(bar.group(1)) * DOT;
            int y = Integer.parseInt(bar.group(2)) * DOT;
            int length = Integer.parseInt(bar.group(3)) * DOT;
            for (int row = y; row < y + DOT; row++) {
                Arrays.fill(pixels, row * width + x, row * width + x + length, 0);
            }
        }
        var source = new RGBLuminanceSource(width, width, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
