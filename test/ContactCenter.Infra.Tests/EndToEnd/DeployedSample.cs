using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Infra.Packaging;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Testing;

[assembly: AssemblyFixture(typeof(ContactCenter.Infra.Tests.EndToEnd.DeployedSample))]

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// The sample configuration, built, synthesised, bootstrapped and deployed to an emulator as a person would, once for all tests that ask
/// for it.
/// </summary>
public sealed class DeployedSample : IAsyncDisposable
{
    /// <summary>The collection of the tests that change the one account: they do not run beside each other.</summary>
    internal const string OneByOne = "the account in the emulator";

    /// <summary>A property of the publication, which MSBuild takes from the environment too.</summary>
    private const string CompilesAhead = "PublishReadyToRun";

    private readonly SemaphoreSlim _once = new(1, 1);
    private readonly List<string> _folders = [];
    private AwsEmulator? _emulator;
    private EmulatedAccount? _account;
    private DeployedStacks? _stacks;
    private DeployedPackage? _managed;

    internal EmulatedAccount Account => _account!;

    internal CloudAssembly Assembly { get; private set; } = null!;

    internal DeployedPackage Package => new(
        Account,
        function => CloudAssembly.Unpacked(Assembly.PackageFileOf(function)),
        CloudAssembly.Unpacked(Assembly.LayerFile),
        Assembly.Layered);

    /// <summary>The package that is deployed where native code cannot be made.</summary>
    internal DeployedPackage ManagedPackage => _managed ??= PublishManaged();

    /// <summary>What the deployment made.</summary>
    internal async Task<DeployedStacks> StacksAsync() => _stacks ??= await DeployedStacks.ReadAsync(Account, Assembly.Stacks);

    /// <summary>Deploys, unless that is done; skips the test where a program for it is missing, and fails it on a build server.</summary>
    public async Task RequireAsync()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            Assert.False(EmulatedAccount.Missing is not null && AwsEmulator.IsRequired, EmulatedAccount.Missing);
            Assert.SkipWhen(EmulatedAccount.Missing is not null, EmulatedAccount.Missing ?? "");
            if (_account is null)
            {
                await DeployAsync();
            }
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Synthesises a configuration as <c>cdk deploy</c> would, into a folder of its own.</summary>
    /// <param name="context">More arguments, such as <c>-c config=test.json</c>.</param>
    internal async Task<CloudAssembly> SynthesiseAsync(params string[] context)
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-assembly-").FullName;
        _folders.Add(folder);
        await Account.CdkAsync(["synth", "--quiet", "--output", folder, .. context]);
        return new CloudAssembly(folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }

        _account?.Dispose();
        _folders.ForEach(folder => Directory.Delete(folder, recursive: true));
        _once.Dispose();
    }

    private DeployedPackage PublishManaged()
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-managed-").FullName;
        _folders.Add(folder);
        using var log = new StringWriter();

        // what is left out of it is the question; compiling ahead what is left takes a minute, and changes nothing of it
        Environment.SetEnvironmentVariable(CompilesAhead, "false");
        Assert.True(new PackagePublisher(Repository.Root, log).Publish(PackageKind.ReadyToRun, folder) is null, log.ToString());
        Environment.SetEnvironmentVariable(CompilesAhead, null);
        var layer = Directory.CreateDirectory(Path.Combine(folder, "layer")).FullName;
        File.Move(Path.Combine(folder, PackagedModel.FileName), Path.Combine(layer, PackagedModel.FileName));
        return new DeployedPackage(Account, _ => folder, layer, Assembly.Layered);
    }

    private async Task DeployAsync()
    {
        _emulator = await AwsEmulator.StartAsync();
        Assert.False(_emulator is null && AwsEmulator.IsRequired, AwsEmulator.Missing);
        Assert.SkipWhen(_emulator is null, AwsEmulator.Missing);
        _account = new EmulatedAccount(_emulator!.Address);
        Assembly = await SynthesiseAsync();
        await EmulatorGaps.FillAsync(_account, Assembly);
        EmulatorGaps.LeaveOutMappings(Assembly);
        await _account.CdkAsync(Assembly, "bootstrap", $"aws://{EmulatedAccount.Id}/{EmulatedAccount.Region}");
        await _account.DeployAsync(Assembly);
    }
}
