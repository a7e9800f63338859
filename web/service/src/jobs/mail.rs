//! Mail over SMTP, connections kept.

use std::fs;
use std::time::Duration;

use lettre::message::{Mailbox, header::ContentType};
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use messages::Said;

use crate::config::{Mail, Security};

/// Why mail can't be set up or sent.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MailError {
    /// An address isn't one.
    #[error("address: {0}")]
    Address(#[from] lettre::address::AddressError),
    /// The file with the password can't be read.
    #[error("password file: {0}")]
    Password(std::io::Error),
    /// The message can't be put together.
    #[error("message: {0}")]
    Message(#[from] lettre::error::Error),
    /// The server answered, and not as a mail server does.
    #[error("no answer to NOOP")]
    Silent,
    /// The server refused or can't be reached.
    #[error("{0}")]
    Server(#[from] lettre::transport::smtp::Error),
}

impl MailError {
    /// Whether another attempt can't help: the server refused for good, or the address is none.
    pub(crate) fn is_final(&self) -> bool {
        match self {
            Self::Address(_) | Self::Message(_) => true,
            Self::Server(error) => error.is_permanent(),
            Self::Password(_) | Self::Silent => false,
        }
    }

    /// Whether the server is away, so that other mail needn't be tried now.
    pub(crate) fn is_away(&self) -> bool {
        matches!(self, Self::Server(error) if !error.is_permanent() && !error.is_transient())
    }

    /// The error for people.
    pub(crate) fn said(&self) -> Said {
        Said::new("service-mail").arg("what", self)
    }
}

/// Whether a mail server answers as it must: name, protection, password. No mail is sent.
///
/// # Errors
/// What doesn't work, for people.
pub async fn greet_mail_server(mail: &Mail) -> Result<(), Said> {
    let greeted = async { Sender::new(mail)?.greet().await };
    greeted.await.map_err(|error: MailError| error.said())
}

/// A way to a mail server.
pub(crate) struct Sender {
    from: Mailbox,
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl Sender {
    pub(crate) fn new(mail: &Mail) -> Result<Self, MailError> {
        type Smtp = AsyncSmtpTransport<Tokio1Executor>;
        let mut builder = match mail.security {
            Security::None => Smtp::builder_dangerous(&mail.host),
            Security::Starttls => Smtp::starttls_relay(&mail.host)?,
            Security::Tls => Smtp::relay(&mail.host)?,
        };
        if let Some(port) = mail.port {
            builder = builder.port(port);
        }
        if let Some(user) = &mail.user {
            let password = match &mail.password_file {
                Some(file) => fs::read_to_string(file).map_err(MailError::Password)?,
                None => String::new(),
            };
            let password = password.lines().next().unwrap_or_default().to_owned();
            builder = builder.credentials(Credentials::new(user.clone(), password));
        }
        let pool = PoolConfig::new().max_size(4).idle_timeout(Duration::from_secs(30));
        let transport = builder.timeout(Some(Duration::from_secs(20))).pool_config(pool).build();
        Ok(Self { from: mail.from.parse()?, transport })
    }

    /// Whether the server answers: EHLO, protection and password as for a mail, and no mail.
    pub(crate) async fn greet(&self) -> Result<(), MailError> {
        if self.transport.test_connection().await? { Ok(()) } else { Err(MailError::Silent) }
    }

    /// Sends one mail. `name` names it: a receiver that gets it twice can see so.
    pub(crate) async fn send(&self, name: &str, to: &str, subject: &str, text: String) -> Result<(), MailError> {
        let host = self.from.email.domain();
        let message = Message::builder()
            .from(self.from.clone())
            .to(to.parse()?)
            .subject(subject)
            .message_id(Some(format!("<{name}@{host}>")))
            .header(ContentType::TEXT_PLAIN)
            .body(text)?;
        self.transport.send(message).await?;
        Ok(())
    }
}
