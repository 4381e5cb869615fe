namespace ContactCenter.Aws.Notifications.Secrets;

/// <summary>Where secrets come from at run time.</summary>
public interface ISecretSource
{
    /// <summary>A secret.</summary>
    /// <param name="arn">ARN or name of the secret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ChannelException">It cannot be had; the message says why and nothing of the secret.</exception>
    ValueTask<Secret> GetAsync(string arn, CancellationToken cancellationToken);
}
