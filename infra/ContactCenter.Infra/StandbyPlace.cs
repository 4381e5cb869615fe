namespace ContactCenter.Infra;

/// <summary>Where stacks stand by.</summary>
/// <param name="Environment">Account and Region.</param>
internal sealed record StandbyPlace(Amazon.CDK.Environment Environment)
{
    /// <summary>What names of stacks that stand by begin with, after the prefix.</summary>
    public const string Prefix = "standby-";
}
