using ContactCenter.StandIns.Tests.Sdk;
using ContactCenter.Testing;

[assembly: AssemblyFixture(typeof(EmulatorFixture))]

namespace ContactCenter.StandIns.Tests.Sdk;

/// <summary>One AWS emulator for all tests of the assembly.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    private AwsEmulator? _emulator;

    public async ValueTask InitializeAsync() => _emulator = await AwsEmulator.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    /// <summary>Skips the test where there is no emulator; fails it where there must be one.</summary>
    public Uri Require()
    {
        if (_emulator is null && AwsEmulator.IsRequired)
        {
            Assert.Fail(AwsEmulator.Missing);
        }

        Assert.SkipWhen(_emulator is null, AwsEmulator.Missing);
        return _emulator!.Address;
    }
}
