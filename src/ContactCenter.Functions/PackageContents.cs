using System.Diagnostics.CodeAnalysis;

namespace ContactCenter.Functions;

/// <summary>
/// Which functions a package holds: all of them, unless its publication leaves some out. Natively compiled there are two, because what
/// callers wait for starts sooner in a small executable: the compiler takes these switches as constants and leaves out what is
/// behind them.
/// </summary>
internal static class PackageContents
{
    private const string Hooks = "ContactCenter.Functions.Hooks";
    private const string Others = "ContactCenter.Functions.Others";

    /// <summary>What answers contact flows and bots.</summary>
    [FeatureSwitchDefinition(Hooks)]
    public static bool HasHooks => !AppContext.TryGetSwitch(Hooks, out var has) || has;

    /// <summary>All that no customer waits for.</summary>
    [FeatureSwitchDefinition(Others)]
    public static bool HasOthers => !AppContext.TryGetSwitch(Others, out var has) || has;
}
