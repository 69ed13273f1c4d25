package cn.siyu.adapter.http.imports;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.application.insight.RowFault;

/// What is wrong with a row and how to mend it, in words.
final class Faults {
    private Faults() {}

    static Text text(RowFault fault) {
        return switch (fault) {
            case TOO_MANY_CELLS ->
                new Text(
                        "A cell stands under no column. Put values that contain commas in quotation marks.",
                        "有单元格不属于任何列。含逗号的内容请用引号括起。");
            case BAD_CHARACTER ->
                new Text("A cell holds a character that can't be stored; remove it.", "单元格含有无法保存的字符，请删除。");
            case UNREADABLE ->
                new Text(
                        "From here on the file can't be read: a quotation mark is opened and not closed, or something stands behind a closing one. Mend it and send the file again; rows above are not taken twice.",
                        "从此行起无法读取：引号未闭合，或闭合引号之后还有内容。请修正后重新发送文件；之前的行不会重复导入。");
            case REQUIRED -> new Text("This must not be empty.", "此处不能为空。");
            case TOO_LONG -> new Text("This is longer than the column takes.", "内容超过该列的长度上限。");
            case NOT_A_TIME ->
                new Text(
                        "Write 2026-11-23T10:00:00+08:00, or 2026-11-23 10:00:00 in the brand's time zone.",
                        "请写作 2026-11-23 10:00:00（品牌所在时区）或 2026-11-23T10:00:00+08:00。");
            case NOT_AN_AMOUNT ->
                new Text(
                        "Write 35.00 in the column amount, or 3500 in the column amountMinor.",
                        "金额（元）列写作 35.00；金额（分）列写作 3500。");
            case AMOUNT_TWICE -> new Text("Fill either amount or amountMinor, not both.", "金额（元）与金额（分）只填其一。");
            case NOT_A_QUANTITY -> new Text("Write a whole number from 1 on.", "请写 1 以上的整数。");
            case NOT_A_CODE ->
                new Text(
                        "A code consists of Latin letters, digits and _, like MINI_PROGRAM.",
                        "代码由字母、数字和下划线组成，例如 MINI_PROGRAM。");
            case NOT_A_GENDER -> new Text("Write MALE, FEMALE or UNKNOWN.", "请写 男、女 或 未知。");
            case NOT_A_PHONE_NUMBER ->
                new Text(
                        "Write +8613812345678, or 13812345678 for a number of mainland China.",
                        "请写作 13812345678（中国大陆号码）或 +8613812345678。");
            case DIGITS_LOST ->
                new Text(
                        "A spreadsheet has rounded this number and its digits are lost. Format the column as text, and export again.",
                        "表格软件把号码变成了科学计数法，末位数字已丢失。请将该列设为“文本”格式后重新导出。");
            case NO_IDENTITY ->
                new Text(
                        "One of phone, unionId, externalUserId, memberId must be filled.",
                        "手机号、unionId、外部联系人编号、会员号 至少填一项。");
            case IDENTITY_CONFLICT ->
                new Text(
                        "The identities of this row belong to different customers, or are more than one customer can have. Find out who it is, and leave the others out.",
                        "此行的身份属于不同的客户，或超出一位客户可有的数量。请核实是谁，并去掉其余身份。");
            case UNKNOWN_CONTACT -> new Text("The platform never told us of this external user id.", "平台从未告知此外部联系人编号。");
            case IDENTITY_BLOCKED ->
                new Text(
                        "A phone or member number of this row is nobody's by the brand's policy: zeros, a test number, a store's phone. Leave it out.",
                        "此行的手机号或会员号按品牌政策不属于任何人（全零、测试号码或门店电话）。请去掉。");
            case CORP_UNKNOWN ->
                new Text(
                        "The brand has no connection, or several, to which an external user id could belong; name the customer by another column.",
                        "品牌没有企业连接或有多个，无法确定外部联系人编号属于哪个企业；请用其他列识别客户。");
            case UNKNOWN_STORE -> new Text("There is no store with this external id.", "没有使用此外部编号的门店。");
            case UNKNOWN_KIND ->
                new Text(
                        "There is no such kind of interaction; GET …/touchpoints lists those there are, and the JOURNEY policy takes more.",
                        "没有此互动类型；GET …/touchpoints 列出现有类型，可在 JOURNEY 政策中增加。");
            case UNKNOWN_TOUCHPOINT ->
                new Text(
                        "There is no such touchpoint; GET …/touchpoints lists those there are, and the JOURNEY policy takes more.",
                        "没有此触点；GET …/touchpoints 列出现有触点，可在 JOURNEY 政策中增加。");
            case KEY_REUSED ->
                new Text(
                        "This key stands for something else that was reported before; facts are never rewritten.",
                        "此编号已用于先前报告的另一事实；事实不可改写。");
        };
    }
}
