"""The engine on a server: PostgreSQL with pgvector; the one folder that knows psycopg."""
