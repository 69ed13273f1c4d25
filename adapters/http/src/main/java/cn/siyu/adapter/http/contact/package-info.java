/// What is sent and why, or why not: sends with their decisions, batches, those of unknown outcome
/// among them, what a send achieved, and what would be decided now. A refusal is a result here,
/// never an error.
@NullMarked
package cn.siyu.adapter.http.contact;

import org.jspecify.annotations.NullMarked;
