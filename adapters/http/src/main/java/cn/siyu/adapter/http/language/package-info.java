/// The two languages in which the API talks: Chinese and English. Codes are the contract, text is
/// help; each sentence for people is written once in both, side by side, so that neither can be
/// forgotten.
@NullMarked
package cn.siyu.adapter.http.language;

import org.jspecify.annotations.NullMarked;
