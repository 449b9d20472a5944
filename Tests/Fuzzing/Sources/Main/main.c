// The entry point is libFuzzer's, which calls LLVMFuzzerTestOneInput in Fuzzing.swift.
extern const int fuzz_has_no_main_of_its_own;
