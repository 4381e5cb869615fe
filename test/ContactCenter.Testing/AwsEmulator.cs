using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ContactCenter.Testing;

/// <summary>
/// An AWS emulator on this machine: the one that <c>AWS_ENDPOINT_URL</c> names, else a <c>moto_server</c> from PATH, started on a free
/// port and stopped when this is disposed.
/// </summary>
public sealed class AwsEmulator : IAsyncDisposable
{
    private const string Program = "moto_server";

    /// <summary>Python and its packages come from a cold disk at worst.</summary>
    private static readonly TimeSpan MaximumStart = TimeSpan.FromSeconds(60);

    private readonly Process? _process;

    private AwsEmulator(Uri address, Process? process)
    {
        Address = address;
        _process = process;
    }

    /// <summary>Why a test that needs an emulator is skipped.</summary>
    public static string Missing => $"No AWS emulator: neither AWS_ENDPOINT_URL nor {Program} on PATH (pip install 'moto[server]').";

    /// <summary>On a build server a missing emulator is a failure, not a reason to skip.</summary>
    public static bool IsRequired => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    public Uri Address { get; }

    /// <returns>Null when there is none.</returns>
    /// <exception cref="InvalidOperationException">It is there and does not start; its output is in the message.</exception>
    public static async Task<AwsEmulator?> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") is { Length: > 0 } configured)
        {
            return new AwsEmulator(new Uri(configured), null);
        }

        if (Executable.Find(Program) is not { } path)
        {
            return null;
        }

        int port = FindFreePort();
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(path, ["-H", "localhost", "-p", $"{port}"])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            },
        };
        var emulator = new AwsEmulator(new Uri($"http://localhost:{port}"), process);
        try
        {
            await emulator.StartProcessAsync(process);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until the server says that it runs; its own output is the signal.</summary>
    private async Task StartProcessAsync(Process process)
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new System.Text.StringBuilder();
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => running.TrySetException(new InvalidOperationException($"{Program} ended at once: {output}"));
        _ = process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await running.Task.WaitAsync(MaximumStart);
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port);

        void Read(string? line)
        {
            lock (output)
            {
                _ = output.AppendLine(line);
            }

            if (line?.Contains("Running on", StringComparison.Ordinal) == true)
            {
                _ = running.TrySetResult();
            }
        }
    }
}
