/** The processor among the tools that users have: builds, other compilers, editors, processors. */
package dev.fermata.processor.tools;
