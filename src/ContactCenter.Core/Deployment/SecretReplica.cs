namespace ContactCenter.Core.Deployment;

/// <summary>
/// Where a secret of the configuration is read. It stands there with its ARN in the Region of the instance; a replica has the same ARN but
/// for the Region (Secrets Manager user guide, "Replicate secrets across Regions"), and nobody has to write that down.
/// </summary>
public static class SecretReplica
{
    /// <summary>Position of the Region in <c>arn:partition:service:region:account:secret:name</c>.</summary>
    private const int Region = 3;

    private const int Parts = 7;

    /// <summary>The ARN of a secret in a Region; what is no ARN of a secret stays as it is.</summary>
    /// <param name="region">The Region, such as <c>eu-west-1</c>; null: where the secret stands.</param>
    /// <param name="secret">ARN of the secret or of one of its replicas.</param>
    public static string In(string? region, string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var parts = secret.Split(':', Parts);
        if (region is null || parts is not ["arn", _, "secretsmanager", _, _, "secret", _])
        {
            return secret;
        }

        parts[Region] = region;
        return string.Join(':', parts);
    }
}
