const names =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TZ|TMPDIR|TEMP|TMP|LANG|LANGUAGE|LD_LIBRARY_PATH|DYLD_.*|LC_.*|XDG_.*|DISPLAY|WAYLAND_DISPLAY|SYSTEMROOT|WINDIR|SYSTEMDRIVE|COMSPEC|PATHEXT|USERPROFILE|USERNAME|LOCALAPPDATA|APPDATA|PROGRAMDATA|PROGRAMFILES.*|NUMBER_OF_PROCESSORS|PROCESSOR_.*|CUDA_.*|NVIDIA_.*|VK_.*|MESA_.*|LIBGL_.*|HIP_.*|HSA_.*|ROCR_.*|GGML_.*|OMP_.*|ORT_.*|UV_THREADPOOL_SIZE|NODE_V8_COVERAGE)$/i;

/** What a model's process gets to see of the environment: what drivers and systems need, and no key. */
export function childEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && names.test(entry[0]),
    ),
  );
}
